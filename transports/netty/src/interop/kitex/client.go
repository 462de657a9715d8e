package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/remote"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/transport"

	laterservice "interop/kitex_gen/later/shop"
	"interop/kitex_gen/post"
	postservice "interop/kitex_gen/post/post"
	"interop/kitex_gen/shop"
	"interop/kitex_gen/shop/aisle"
	shopservice "interop/kitex_gen/shop/shop"
)

type cases struct {
	address string
	failed  int
}

// check runs one case.
func (c *cases) check(name string, body func() error) {
	if err := body(); err != nil {
		c.failed++
		fmt.Printf("FAIL\t%s\t%s\n", name, strings.ReplaceAll(err.Error(), "\n", " "))
		return
	}
	fmt.Printf("ok\t%s\n", name)
}

func want[T comparable](got T, err error, expected T) error {
	if err != nil {
		return err
	}
	if got != expected {
		return fmt.Errorf("got %v, want %v", got, expected)
	}
	return nil
}

func (c *cases) options(protocol transport.Protocol) []client.Option {
	return []client.Option{
		client.WithHostPorts(c.address),
		client.WithTransportProtocol(protocol),
		client.WithRPCTimeout(10 * time.Second),
		client.WithConnectTimeout(5 * time.Second),
		client.WithMetaHandler(transmeta.ClientTTHeaderHandler),
		client.WithMetaHandler(transmeta.MetainfoClientHandler),
	}
}

func (c *cases) all(ctx context.Context) {
	for _, wire := range []struct {
		name     string
		protocol transport.Protocol
		header   bool
	}{
		{"unframed", transport.PurePayload, false},
		{"framed", transport.Framed, false},
		{"ttheader", transport.TTHeader, true},
		{"ttheader-framed", transport.TTHeaderFramed, true},
	} {
		c.unary(ctx, wire.name, c.options(wire.protocol))
		if wire.header {
			c.header(ctx, wire.name, c.options(wire.protocol))
		}
		if wire.protocol&transport.Framed != 0 {
			c.protobuf(ctx, wire.name, wire.header, c.options(wire.protocol))
		}
	}
	c.unary(ctx, "ttheader-multiplexed", append(c.options(transport.TTHeader), client.WithMuxConnection(1)))
	c.streams(ctx, "stream", overTTHeader, c.options(transport.TTHeaderStreaming))
}

func (c *cases) unary(ctx context.Context, wire string, options []client.Option) {
	shopClient := shopservice.MustNewClient("shop", options...)
	c.check(wire+"/result", func() error {
		item, err := shopClient.Find(ctx, "lamp", 9)
		if err == nil && !reflect.DeepEqual(item, makeItem("lamp", 9)) {
			return fmt.Errorf("got %v", item)
		}
		return err
	})
	c.check(wire+"/large", func() error {
		item, err := shopClient.Find(ctx, "lamp", 1<<20)
		if err == nil && !bytes.Equal(item.Blob, makeItem("lamp", 1<<20).Blob) {
			return errors.New("other bytes")
		}
		return err
	})
	c.check(wire+"/declared exception", func() error {
		_, err := shopClient.Find(ctx, "lamp", -1)
		var gone *shop.OutOfStock
		if !errors.As(err, &gone) || gone.Sku != "lamp" || gone.Left != 3 {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check(wire+"/undeclared exception", func() error {
		_, err := shopClient.Ask(ctx, "error")
		if err == nil || !strings.Contains(err.Error(), "broken") || !errors.Is(err, kerrors.ErrRemoteOrNetwork) {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check(wire+"/unknown method", func() error {
		_, err := laterservice.MustNewClient("shop", options...).Missing(ctx, "x")
		var unknown *remote.TransError
		if !errors.As(err, &unknown) || unknown.TypeID() != remote.UnknownMethod {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check(wire+"/void", func() error { return shopClient.Ping(ctx) })
	c.check(wire+"/oneway", func() error {
		for _, text := range []string{"a", "b"} {
			if err := shopClient.Note(ctx, wire+text); err != nil {
				return err
			}
		}
		// oneway calls may still be on their way
		for until := time.Now().Add(10 * time.Second); ; {
			notes, err := shopClient.Ask(ctx, "notes")
			if err != nil {
				return err
			}
			if strings.Contains(notes, wire+"a") && strings.Contains(notes, wire+"b") {
				return nil
			}
			if time.Now().After(until) {
				return fmt.Errorf("got %s", notes)
			}
		}
	})
	c.check(wire+"/concurrent", func() error {
		var group sync.WaitGroup
		failures := make(chan error, 64)
		for i := int32(0); i < 64; i++ {
			group.Add(1)
			go func() {
				defer group.Done()
				item, err := shopClient.Find(ctx, "lamp", i)
				if err == nil && item.Count != i {
					err = fmt.Errorf("got %d, want %d", item.Count, i)
				}
				if err != nil {
					failures <- err
				}
			}()
		}
		group.Wait()
		select {
		case err := <-failures:
			return err
		default:
			return nil
		}
	})
}

func (c *cases) header(ctx context.Context, wire string, options []client.Option) {
	shopClient := shopservice.MustNewClient("shop", options...)
	aisleClient := aisle.MustNewClient("shop", options...)
	c.check(wire+"/business error", func() error {
		_, err := shopClient.Ask(ctx, "biz")
		return isBiz(err, 404, "not found", bizExtra)
	})
	c.check(wire+"/two services", func() error {
		answer, err := shopClient.Ask(ctx, "x")
		if err := want(answer, err, "shop:x"); err != nil {
			return err
		}
		answer, err = aisleClient.Ask(ctx, "x")
		return want(answer, err, "aisle:x")
	})
	c.check(wire+"/transient metadata", func() error {
		answer, err := shopClient.Ask(metainfo.WithValue(ctx, "TOKEN", "t1"), "transient:TOKEN")
		return want(answer, err, "t1")
	})
	c.check(wire+"/persistent metadata", func() error {
		answer, err := shopClient.Ask(metainfo.WithPersistentValue(ctx, "USER", "u1"), "persistent:USER")
		return want(answer, err, "u1")
	})
	c.check(wire+"/backward metadata", func() error {
		ctx := metainfo.WithBackwardValues(ctx)
		if _, err := shopClient.Ask(ctx, "backward:SEEN"); err != nil {
			return err
		}
		value, _ := metainfo.RecvBackwardValue(ctx, "SEEN")
		return want(value, nil, "yes")
	})
}

func isBiz(err error, code int32, message string, extra map[string]string) error {
	biz, ok := kerrors.FromBizStatusError(err)
	if !ok || biz.BizStatusCode() != code || biz.BizMessage() != message || !maps.Equal(biz.BizExtra(), extra) {
		return fmt.Errorf("got %v", err)
	}
	return nil
}

func (c *cases) protobuf(ctx context.Context, wire string, header bool, options []client.Option) {
	postClient := postservice.MustNewClient("post", options...)
	c.check(wire+"/protobuf result", func() error {
		letter, err := postClient.Send(ctx, &post.Letter{Id: 7, Text: "hi"})
		if err == nil && (letter.Id != 8 || letter.Text != "hi") {
			return fmt.Errorf("got %v", letter)
		}
		return err
	})
	c.check(wire+"/protobuf exception", func() error {
		_, err := postClient.Send(ctx, &post.Letter{Id: -1})
		if err == nil || !strings.Contains(err.Error(), "negative") {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	if header {
		c.check(wire+"/protobuf business error", func() error {
			_, err := postClient.Send(ctx, &post.Letter{})
			return isBiz(err, 7, "no id", nil)
		})
	}
}
