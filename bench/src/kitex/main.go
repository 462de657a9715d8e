// Kitex's side of bench/rpc; see Program.java for what it takes and prints. "shared" has all calls on one connection with TTHeader, "pooled" a framed
// connection for each call at a time.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/pkg/connpool"
	"github.com/cloudwego/kitex/pkg/klog"
	"github.com/cloudwego/kitex/server"
	"github.com/cloudwego/kitex/transport"

	"interop/kitex_gen/echo"
	echoservice "interop/kitex_gen/echo/echo"
)

const calls = 100

var text = strings.Repeat("0123456789abcdef", 64)

func main() {
	klog.SetLevel(klog.LevelFatal)
	if len(os.Args) == 3 && os.Args[1] == "server" {
		serve(os.Args[2] == "shared")
		return
	}
	if len(os.Args) == 4 && os.Args[1] == "client" {
		load(os.Args[2] == "shared", net.JoinHostPort("127.0.0.1", os.Args[3]))
		return
	}
	fmt.Fprintln(os.Stderr, "usage: bench server shared|pooled | client shared|pooled PORT")
	os.Exit(2)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

type same struct{}

func (*same) Echo(ctx context.Context, text *echo.Text) (*echo.Text, error) { return text, nil }

func serve(shared bool) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	options := []server.Option{server.WithListener(listener)}
	if shared {
		options = append(options, server.WithMuxTransport())
	}
	svr := echoservice.NewServer(&same{}, options...)
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	must(svr.Run())
}

func load(shared bool, address string) {
	options := []client.Option{client.WithHostPorts(address), client.WithRPCTimeout(30 * time.Second)}
	if shared {
		options = append(options, client.WithTransportProtocol(transport.TTHeader), client.WithMuxConnection(1))
	} else {
		options = append(options,
			client.WithTransportProtocol(transport.Framed),
			client.WithLongConnection(connpool.IdleConfig{MaxIdlePerAddress: calls, MaxIdleGlobal: calls, MaxIdleTimeout: time.Minute}))
	}
	echoes := echoservice.MustNewClient("echo", options...)
	fmt.Println("connected")
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		seconds, err := strconv.Atoi(lines.Text())
		must(err)
		run(echoes, time.Duration(seconds)*time.Second)
	}
}

func run(echoes echoservice.Client, length time.Duration) {
	took := make([][]int32, calls)
	var ended sync.WaitGroup
	start := time.Now()
	for i := range took {
		ended.Add(1)
		go func() {
			defer ended.Done()
			for now := time.Now(); now.Sub(start) < length; {
				answer, err := echoes.Echo(context.Background(), &echo.Text{Text: text})
				must(err)
				if answer.Text != text {
					must(fmt.Errorf("another text came back"))
				}
				then := time.Now()
				took[i] = append(took[i], int32(then.Sub(now).Microseconds()))
				now = then
			}
		}()
	}
	ended.Wait()
	nanos := time.Since(start).Nanoseconds()
	var all []int32
	for _, each := range took {
		all = append(all, each...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	fmt.Println(len(all), nanos, all[len(all)/2], all[len(all)*99/100])
}
