// Kitex's side of the interop runs. "server" prints its port and serves until its input ends; "client PORT" and "grpc-client PORT" call a server of the same services and
// print a line for each case: ok or FAIL, its name, and why; "vectors FOLDER" does the same with vectors of bytes.
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
	if len(os.Args) == 3 && (os.Args[1] == "client" || os.Args[1] == "grpc-client") {
		cases := &cases{address: net.JoinHostPort("127.0.0.1", os.Args[2])}
		if os.Args[1] == "client" {
			cases.all(context.Background())
		} else {
			cases.grpc(context.Background())
		}
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
	fmt.Fprintln(os.Stderr, "usage: interop server | client PORT | grpc-client PORT | vectors FOLDER | version")
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
