// Kitex's side of the interop runs. "server" prints its port and serves until its input ends; "client PORT" calls a server of the same services and
// prints a line for each case: ok or FAIL, its name, and why; "vectors FOLDER" does the same with vectors of bytes.
package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"runtime/debug"

	"github.com/cloudwego/kitex/pkg/klog"
)

func main() {
	klog.SetLevel(klog.LevelFatal)
	if len(os.Args) == 2 && os.Args[1] == "server" {
		serve()
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "client" {
		cases := &cases{address: net.JoinHostPort("127.0.0.1", os.Args[2])}
		cases.all(context.Background())
		if cases.failed > 0 {
			os.Exit(1)
		}
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "vectors" {
		cases := &cases{}
		cases.vectors(os.Args[2])
		if cases.failed > 0 {
			os.Exit(1)
		}
		return
	}
	if len(os.Args) == 2 && os.Args[1] == "version" {
		fmt.Println(version())
		return
	}
	fmt.Fprintln(os.Stderr, "usage: interop server | client PORT | vectors FOLDER | version")
	os.Exit(2)
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, dep := range info.Deps {
		if dep.Path == "github.com/cloudwego/kitex" {
			return dep.Version
		}
	}
	return "unknown"
}
