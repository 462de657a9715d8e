package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/client/callopt"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/codes"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/metadata"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/status"
	"github.com/cloudwego/kitex/pkg/streaming"
	"github.com/cloudwego/kitex/pkg/transmeta"
	"github.com/cloudwego/kitex/transport"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"interop/kitex_gen/laterparcels"
	laterparcelsservice "interop/kitex_gen/laterparcels/parcels"
	"interop/kitex_gen/parcels"
	parcelsservice "interop/kitex_gen/parcels/parcels"
	"interop/kitex_gen/shop"
	shopservice "interop/kitex_gen/shop/shop"
)

// grpc are the cases over gRPC: of Protobuf, and of Thrift.
func (c *cases) grpc(ctx context.Context) {
	options := append(c.options(transport.GRPC), client.WithMetaHandler(transmeta.ClientHTTP2Handler))
	parcelsClient := parcelsservice.MustNewClient("parcels", options...)
	laterParcels := laterparcelsservice.MustNewClient("parcels", options...)
	c.parcels(ctx, parcelsClient, laterParcels)
	streamCases(ctx, c, "protobuf stream", streamer[parcels.Parcel]{
		messages: parcelMessages,
		wire:     overGRPC,
		count: func(ctx context.Context, asked *parcels.Parcel) (streaming.ServerStreamingClient[parcels.Parcel], error) {
			return parcelsClient.Count(ctx, asked)
		},
		sum: func(ctx context.Context) (streaming.ClientStreamingClient[parcels.Parcel, parcels.Parcel], error) {
			return parcelsClient.Sum(ctx)
		},
		chat: func(ctx context.Context) (streaming.BidiStreamingClient[parcels.Parcel, parcels.Parcel], error) {
			return parcelsClient.Chat(ctx)
		},
		missing: func(ctx context.Context) error {
			stream, err := laterParcels.MissingPages(ctx, &laterparcels.Page{})
			if err != nil {
				return err
			}
			_, err = stream.Recv(stream.Context())
			return err
		},
	})
	c.streams(ctx, "thrift stream", overGRPC, options)
	c.thrift(ctx, shopservice.MustNewClient("shop", options...))
}

// thrift are calls of Thrift without streams, whose messages are the structs of arguments and results.
func (c *cases) thrift(ctx context.Context, shopClient shopservice.Client) {
	c.check("thrift/result", func() error {
		item, err := shopClient.Find(ctx, "lamp", 9)
		if err == nil && !reflect.DeepEqual(item, makeItem("lamp", 9)) {
			return fmt.Errorf("got %v", item)
		}
		return err
	})
	c.check("thrift/struct", func() error {
		item, err := shopClient.Same(ctx, makeItem("lamp", 1<<20))
		return want(item.GetCount(), err, 1<<20)
	})
	c.check("thrift/declared exception", func() error {
		_, err := shopClient.Find(ctx, "lamp", -1)
		var gone *shop.OutOfStock
		if !errors.As(err, &gone) || gone.Sku != "lamp" || gone.Left != 3 {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
	c.check("thrift/void", func() error { return shopClient.Ping(ctx) })
	c.check("thrift/business error", func() error {
		_, err := shopClient.Ask(ctx, "biz")
		return isBiz(err, 404, "not found", bizExtra)
	})
	c.fails("thrift/exception", func() error {
		_, err := shopClient.Ask(ctx, "error")
		return err
	}, overGRPC.broken)
}

func (c *cases) parcels(ctx context.Context, parcelsClient parcelsservice.Client, laterParcels laterparcelsservice.Client) {
	ask := func(ctx context.Context, label string) (string, error) {
		parcel, err := parcelsClient.Ask(ctx, &parcels.Parcel{Label: label})
		return parcel.GetLabel(), err
	}
	for _, size := range []int{0, 1, 1 << 20} {
		c.check(fmt.Sprintf("protobuf/%d bytes", size), func() error {
			sent := &parcels.Parcel{Number: 7, Content: bytes.Repeat([]byte{0xff}, size), Totals: map[string]int64{"": 1, "灯": -1 << 63}}
			got, err := parcelsClient.Ask(ctx, sent)
			if err == nil && (!bytes.Equal(got.Content, sent.Content) || got.Totals["灯"] != -1<<63 || len(got.Totals) != 2) {
				return errors.New("other values")
			}
			return err
		})
	}
	c.check("protobuf/empty", func() error {
		got, err := parcelsClient.Ask(ctx, &parcels.Parcel{})
		return want(got.GetNumber(), err, 0)
	})
	c.check("protobuf/concurrent", func() error {
		var group sync.WaitGroup
		failures := make(chan error, 64)
		for i := int32(0); i < 64; i++ {
			group.Add(1)
			go func() {
				defer group.Done()
				parcel, err := parcelsClient.Ask(ctx, &parcels.Parcel{Number: i})
				if err := want(parcel.GetNumber(), err, i); err != nil {
					failures <- err
				}
			}()
		}
		group.Wait()
		close(failures)
		return <-failures
	})
	c.check("protobuf/business error", func() error {
		_, err := ask(ctx, "biz")
		if failure := isBiz(err, 404, "nicht gefunden: ключ", bizExtra); failure != nil {
			return failure
		}
		biz, _ := kerrors.FromBizStatusError(err)
		return hasDetail(biz.(status.Iface).GRPCStatus())
	})
	c.check("protobuf/status with details", func() error {
		_, err := ask(ctx, "status")
		st, ok := status.FromError(err)
		if !ok || st.Code() != codes.NotFound || !strings.Contains(st.Message(), "no such parcel: ключ") {
			return fmt.Errorf("got %v", err)
		}
		return hasDetail(st)
	})
	c.fails("protobuf/exception", func() error {
		_, err := ask(ctx, "error")
		return err
	}, overGRPC.broken)
	c.fails("protobuf/unknown method", func() error {
		_, err := laterParcels.Missing(ctx, &laterparcels.Page{})
		return err
	}, overGRPC.unknown)
	c.check("protobuf/headers", func() error {
		answer, err := ask(metadata.AppendToOutgoingContext(ctx, "a-key", "a value", "a-key", "another"), "header:a-key")
		return want(answer, err, "a value,another")
	})
	c.check("protobuf/headers and trailers of the answer", func() error {
		var header, trailer metadata.MD
		answers := nphttp2.GRPCTrailer(nphttp2.GRPCHeader(ctx, &header), &trailer)
		if _, err := ask(answers, "answers"); err != nil {
			return err
		}
		return want(strings.Join(append(header.Get("h"), append(header.Get("h-bin"), trailer.Get("t")...)...), ","), nil, "1,\x00\xff,2")
	})
	c.check("protobuf/transient metadata", func() error {
		answer, err := ask(metainfo.WithValue(ctx, "TOKEN_A", "t1"), "transient:TOKEN_A")
		return want(answer, err, "t1")
	})
	c.check("protobuf/persistent metadata", func() error {
		answer, err := ask(metainfo.WithPersistentValue(ctx, "USER", "u1"), "persistent:USER")
		return want(answer, err, "u1")
	})
	c.fails("protobuf/deadline", func() error {
		_, err := parcelsClient.Ask(ctx, &parcels.Parcel{Label: "sleep"}, callopt.WithRPCTimeout(100*time.Millisecond))
		return err
	}, kerrors.IsTimeoutError)
}

func hasDetail(st *status.Status) error {
	if len(st.Details()) != 1 {
		return fmt.Errorf("got %v", st.Details())
	}
	detail, ok := st.Details()[0].(*wrapperspb.StringValue)
	if !ok {
		return fmt.Errorf("got %v", st.Details())
	}
	return want(detail.Value, nil, "detail")
}
