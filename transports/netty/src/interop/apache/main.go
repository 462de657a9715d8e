// The side of Apache Thrift's library for Go in the interop runs, with code that its compiler made. "server" prints its port and serves until its input
// ends, whatever framing a client has; "client PORT" calls a server and prints a line for each case: ok or FAIL, its name, and why.
package main

import (
	"fmt"
	"net"
	"os"
	"runtime/debug"
)

func main() {
	switch {
	case len(os.Args) == 2 && os.Args[1] == "server":
		serve()
	case len(os.Args) == 3 && os.Args[1] == "client":
		cases := &cases{address: net.JoinHostPort("127.0.0.1", os.Args[2])}
		cases.all()
		if cases.failed > 0 {
			os.Exit(1)
		}
	case len(os.Args) == 2 && os.Args[1] == "version":
		fmt.Println(version())
	default:
		fmt.Fprintln(os.Stderr, "usage: interop server | client PORT | version")
		os.Exit(2)
	}
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, dep := range info.Deps {
		if dep.Path == "github.com/apache/thrift" {
			return dep.Version
		}
	}
	return "unknown"
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}
