package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"

	"github.com/apache/thrift/lib/go/thrift"

	"interop/shop"
)

func serve() {
	socket, err := thrift.NewTServerSocket("127.0.0.1:0")
	must(err)
	must(socket.Listen())
	conf := &thrift.TConfiguration{}
	server := thrift.NewTSimpleServer4(
		shop.NewShopProcessor(&shopHandler{}),
		socket,
		thrift.NewTHeaderTransportFactoryConf(nil, conf),
		thrift.NewTHeaderProtocolFactoryConf(conf))
	server.SetLogger(func(string) {})
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println(socket.Addr().(*net.TCPAddr).Port)
	must(server.Serve())
}

type shopHandler struct {
	lock  sync.Mutex
	notes []string
}

func (h *shopHandler) Find(ctx context.Context, sku string, count int32) (*shop.Item, error) {
	if count < 0 {
		return nil, &shop.OutOfStock{Sku: sku, Left: 3}
	}
	return makeItem(sku, count), nil
}

// makeItem is what find answers, here and at Fastcodec's server.
func makeItem(sku string, count int32) *shop.Item {
	blob := make([]byte, count)
	for i := range blob {
		blob[i] = byte(i)
	}
	return &shop.Item{Sku: sku, Count: count, Blob: blob, Totals: map[string]int64{sku: int64(count)}}
}

func (h *shopHandler) Ping(ctx context.Context) error { return nil }

func (h *shopHandler) Note(ctx context.Context, text string) error {
	h.lock.Lock()
	defer h.lock.Unlock()
	h.notes = append(h.notes, text)
	return nil
}

func (h *shopHandler) Ask(ctx context.Context, what string) (string, error) {
	question, name, _ := strings.Cut(what, ":")
	switch question {
	case "notes":
		h.lock.Lock()
		defer h.lock.Unlock()
		return strings.Join(h.notes, ","), nil
	case "transient":
		value, _ := thrift.GetHeader(ctx, "RPC_TRANSIT_"+name)
		return value, nil
	case "persistent":
		value, _ := thrift.GetHeader(ctx, "RPC_PERSIST_"+name)
		return value, nil
	case "backward":
		helper, _ := thrift.GetResponseHelper(ctx)
		helper.SetHeader("RPC_BACKWARD_"+name, "yes")
		return "sent", nil
	case "error":
		return "", errors.New("broken")
	}
	return "shop:" + what, nil
}

func (h *shopHandler) Same(ctx context.Context, item *shop.Item) (*shop.Item, error) {
	return item, nil
}
