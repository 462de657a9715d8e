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

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/server"

	parcelsservice "interop/kitex_gen/parcels/parcels"
	"interop/kitex_gen/post"
	postservice "interop/kitex_gen/post/post"
	"interop/kitex_gen/shop"
	"interop/kitex_gen/shop/aisle"
	"interop/kitex_gen/shop/belt"
	shopservice "interop/kitex_gen/shop/shop"
)

func serve() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	svr := server.NewServer(
		server.WithListener(listener),
		server.WithCompatibleMiddlewareForUnary(), // as the servers that -streamx generates
		server.WithMetaHandler(transmeta.ServerTTHeaderHandler),
		server.WithMetaHandler(transmeta.ServerHTTP2Handler),
		server.WithMetaHandler(transmeta.MetainfoServerHandler),
		server.WithMetaHandler(thriftByService{}),
	)
	must(shopservice.RegisterService(svr, &shopHandler{}, server.WithFallbackService()))
	must(aisle.RegisterService(svr, &aisleHandler{}))
	must(belt.RegisterService(svr, &beltHandler{}))
	must(postservice.RegisterService(svr, &postHandler{}))
	must(parcelsservice.RegisterService(svr, &parcelsHandler{}))
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	must(svr.Run())
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
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

// bizExtra is what goes with a business error, here and at Fastcodec's server.
var bizExtra = map[string]string{"k": "v", "ключ": "\"é\"\n𝄞"}

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
		value, _ := metainfo.GetValue(ctx, name)
		return value, nil
	case "persistent":
		value, _ := metainfo.GetPersistentValue(ctx, name)
		return value, nil
	case "backward":
		metainfo.SendBackwardValue(ctx, name, "yes")
		return "sent", nil
	case "biz":
		return "", kerrors.NewBizStatusErrorWithExtra(404, "not found", bizExtra)
	case "error":
		return "", errors.New("broken")
	}
	return "shop:" + what, nil
}

func (h *shopHandler) Same(ctx context.Context, item *shop.Item) (*shop.Item, error) {
	return item, nil
}

type aisleHandler struct{}

func (aisleHandler) Ask(ctx context.Context, what string) (string, error) {
	return "aisle:" + what, nil
}

type postHandler struct{}

func (postHandler) Send(ctx context.Context, letter *post.Letter) (*post.Letter, error) {
	if letter.Id < 0 {
		return nil, errors.New("negative")
	}
	if letter.Id == 0 {
		return nil, kerrors.NewBizStatusError(7, "no id")
	}
	return &post.Letter{Id: letter.Id + 1, Text: letter.Text}, nil
}

type beltHandler struct{}

func (beltHandler) One(ctx context.Context, item *shop.Item) (*shop.Item, error) {
	return &shop.Item{Sku: item.Sku + "!", Count: item.Count}, nil
}

func (beltHandler) Count(ctx context.Context, item *shop.Item, stream shop.Belt_countServer) error {
	return serveCount(ctx, stream, items, item)
}

func (beltHandler) Sum(ctx context.Context, stream shop.Belt_sumServer) error {
	return serveSum(ctx, stream, items)
}

func (beltHandler) Chat(ctx context.Context, stream shop.Belt_chatServer) error {
	return serveChat(ctx, stream, items)
}

// Sold throws what it declares, which streams have no place for.
func (beltHandler) Sold(ctx context.Context, item *shop.Item, stream shop.Belt_soldServer) error {
	return &shop.OutOfStock{Sku: item.Sku, Left: 3}
}
