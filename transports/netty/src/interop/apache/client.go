package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/apache/thrift/lib/go/thrift"

	"interop/shop"
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

// wire is what is around messages, and what they are in.
type wire struct {
	name   string
	header bool
	open   func(socket thrift.TTransport) (thrift.TTransport, thrift.TProtocolFactory)
}

func header(name string, conf *thrift.TConfiguration) wire {
	return wire{name, true, func(socket thrift.TTransport) (thrift.TTransport, thrift.TProtocolFactory) {
		return thrift.NewTHeaderTransportConf(socket, conf), thrift.NewTHeaderProtocolFactoryConf(conf)
	}}
}

func framed(name string, protocols thrift.TProtocolFactory) wire {
	return wire{name, false, func(socket thrift.TTransport) (thrift.TTransport, thrift.TProtocolFactory) {
		return thrift.NewTFramedTransportConf(socket, &thrift.TConfiguration{}), protocols
	}}
}

func unframed(name string, protocols thrift.TProtocolFactory) wire {
	return wire{name, false, func(socket thrift.TTransport) (thrift.TTransport, thrift.TProtocolFactory) {
		return thrift.NewTBufferedTransport(socket, 1<<16), protocols
	}}
}

func (c *cases) all() {
	compact := thrift.THeaderProtocolIDPtrMust(thrift.THeaderProtocolCompact)
	zlib := []thrift.THeaderTransformID{thrift.TransformZlib}
	for _, wire := range []wire{
		header("theader", &thrift.TConfiguration{}),
		header("theader-compact", &thrift.TConfiguration{THeaderProtocolID: compact}),
		header("theader-zlib", &thrift.TConfiguration{THeaderTransforms: zlib}),
		header("theader-compact-zlib", &thrift.TConfiguration{THeaderProtocolID: compact, THeaderTransforms: zlib}),
		framed("framed", thrift.NewTBinaryProtocolFactoryConf(nil)),
		framed("framed-compact", thrift.NewTCompactProtocolFactoryConf(nil)),
		unframed("unframed", thrift.NewTBinaryProtocolFactoryConf(nil)),
		unframed("unframed-compact", thrift.NewTCompactProtocolFactoryConf(nil)),
	} {
		transport, protocols := wire.open(thrift.NewTSocketConf(c.address, &thrift.TConfiguration{
			ConnectTimeout: 5 * time.Second,
			SocketTimeout:  10 * time.Second,
		}))
		if err := transport.Open(); err != nil {
			c.check(wire.name, func() error { return err })
			continue
		}
		client := thrift.NewTStandardClient(protocols.GetProtocol(transport), protocols.GetProtocol(transport))
		c.unary(wire.name, shop.NewShopClient(client))
		if wire.header {
			c.header(wire.name, shop.NewShopClient(client))
		}
		c.check(wire.name+"/unknown method", func() error {
			_, err := client.Call(context.Background(), "missing", &shop.ShopPingArgs{}, &shop.ShopPingResult{})
			var unknown thrift.TApplicationException
			if !errors.As(err, &unknown) || unknown.TypeId() != thrift.UNKNOWN_METHOD {
				return fmt.Errorf("got %v", err)
			}
			return nil
		})
		transport.Close()
	}
}

func (c *cases) unary(wire string, client *shop.ShopClient) {
	ctx := context.Background()
	c.check(wire+"/result", func() error {
		item, err := client.Find(ctx, "lamp", 9)
		if err == nil && !reflect.DeepEqual(item, makeItem("lamp", 9)) {
			return fmt.Errorf("got %v", item)
		}
		return err
	})
	c.check(wire+"/large", func() error {
		item, err := client.Same(ctx, makeItem("lamp", 1<<20))
		if err == nil && !bytes.Equal(item.Blob, makeItem("lamp", 1<<20).Blob) {
			return errors.New("other bytes")
		}
		return err
	})
	c.check(wire+"/declared exception", func() error {
		_, err := client.Find(ctx, "lamp", -1)
		var gone *shop.OutOfStock
		if !errors.As(err, &gone) || gone.Sku != "lamp" || gone.Left != 3 {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check(wire+"/undeclared exception", func() error {
		_, err := client.Ask(ctx, "error")
		var broken thrift.TApplicationException
		if !errors.As(err, &broken) || broken.TypeId() != thrift.INTERNAL_ERROR || broken.Error() != "broken" {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check(wire+"/void", func() error { return client.Ping(ctx) })
	c.check(wire+"/oneway", func() error {
		for _, text := range []string{"a", "b"} {
			if err := client.Note(ctx, wire+text); err != nil {
				return err
			}
		}
		var notes string
		for until := time.Now().Add(10 * time.Second); time.Now().Before(until); {
			var err error
			if notes, err = client.Ask(ctx, "notes"); err != nil {
				return err
			}
			if strings.Contains(notes, wire+"a") && strings.Contains(notes, wire+"b") {
				return nil
			}
		}
		return fmt.Errorf("got %s", notes)
	})
}

func (c *cases) header(wire string, client *shop.ShopClient) {
	c.check(wire+"/header there", func() error {
		ctx := thrift.SetHeader(context.Background(), "RPC_TRANSIT_TOKEN", "grüße")
		ctx = thrift.SetWriteHeaderList(ctx, []string{"RPC_TRANSIT_TOKEN"})
		value, err := client.Ask(ctx, "transient:TOKEN")
		if err == nil && value != "grüße" {
			return fmt.Errorf("got %s", value)
		}
		return err
	})
	c.check(wire+"/header back", func() error {
		if _, err := client.Ask(context.Background(), "backward:SEEN"); err != nil {
			return err
		}
		if got := client.LastResponseMeta_().Headers["SEEN"]; got != "yes" {
			return fmt.Errorf("got %s", got)
		}
		return nil
	})
	c.check(wire+"/business error", func() error {
		_, err := client.Ask(context.Background(), "biz")
		var failed thrift.TApplicationException
		if !errors.As(err, &failed) || !strings.Contains(failed.Error(), "not found") {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
}
