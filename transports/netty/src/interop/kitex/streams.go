package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/cloudwego/kitex/client"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/codes"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/status"
	"github.com/cloudwego/kitex/pkg/streaming"

	"interop/kitex_gen/later"
	laterbelt "interop/kitex_gen/later/belt"
	"interop/kitex_gen/parcels"
	"interop/kitex_gen/shop"
	"interop/kitex_gen/shop/belt"
)

// messages says what there is to know of the messages of a service with streams: a text, a number, and bytes.
type messages[T any] struct {
	of   func(text string, number int32, content []byte) *T
	text func(message *T) string
	// number is never negative.
	number func(message *T) int32
}

var items = messages[shop.Item]{
	of: func(text string, number int32, content []byte) *shop.Item {
		return &shop.Item{Sku: text, Count: number, Blob: content}
	},
	text:   (*shop.Item).GetSku,
	number: (*shop.Item).GetCount,
}

var parcelMessages = messages[parcels.Parcel]{
	of: func(text string, number int32, content []byte) *parcels.Parcel {
		return &parcels.Parcel{Label: text, Number: number, Content: content}
	},
	text:   (*parcels.Parcel).GetLabel,
	number: (*parcels.Parcel).GetNumber,
}

func serveCount[T any](ctx context.Context, stream streaming.ServerStreamingServer[T], of messages[T], asked *T) error {
	must(stream.SetTrailer(streaming.Trailer{"t": "2"}))
	if err := stream.SendHeader(streaming.Header{"h": "1"}); err != nil {
		return err
	}
	switch of.text(asked) {
	case "biz":
		return kerrors.NewBizStatusErrorWithExtra(404, "not found", bizExtra)
	case "error":
		return errors.New("broken")
	case "endless":
		for i := int32(0); ; i++ {
			if err := stream.Send(ctx, of.of("", i, make([]byte, 1000))); err != nil {
				return err
			}
		}
	}
	for i := int32(0); i < of.number(asked); i++ {
		if err := stream.Send(ctx, of.of(of.text(asked), i, nil)); err != nil {
			return err
		}
	}
	return nil
}

func serveSum[T any](ctx context.Context, stream streaming.ClientStreamingServer[T, T], of messages[T]) error {
	sum := int32(0)
	for {
		message, err := stream.Recv(ctx)
		if err == io.EOF {
			return stream.SendAndClose(ctx, of.of("sum", sum, nil))
		}
		if err != nil {
			return err
		}
		sum += of.number(message)
	}
}

func serveChat[T any](ctx context.Context, stream streaming.BidiStreamingServer[T, T], of messages[T]) error {
	for {
		message, err := stream.Recv(ctx)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := stream.Send(ctx, of.of(of.text(message)+"!", of.number(message), nil)); err != nil {
			return err
		}
	}
}

// streamer is a client of a service with streams.
type streamer[T any] struct {
	messages[T]
	wire  wire
	count func(ctx context.Context, asked *T) (streaming.ServerStreamingClient[T], error)
	sum   func(ctx context.Context) (streaming.ClientStreamingClient[T, T], error)
	chat  func(ctx context.Context) (streaming.BidiStreamingClient[T, T], error)
	// missing calls what the server does not have.
	missing func(ctx context.Context) error
}

// wire tells what calls fail with over a transport.
type wire struct {
	broken, unknown, cancelled func(err error) bool
}

// overTTHeader tells what the handler failed with, and all else by a number.
var overTTHeader = wire{
	broken:    func(err error) bool { return strings.Contains(err.Error(), "broken") },
	unknown:   func(err error) bool { return strings.Contains(err.Error(), "unknown method missing") },
	cancelled: func(err error) bool { return strings.Contains(err.Error(), "code=12007") },
}

// overGRPC tells by a status, and nothing of what the handler failed with.
var overGRPC = wire{
	broken: func(err error) bool {
		return status.Code(err) == codes.Unknown && !strings.Contains(err.Error(), "broken")
	},
	unknown:   func(err error) bool { return status.Code(err) == codes.Unimplemented },
	cancelled: func(err error) bool { return status.Code(err) == codes.Canceled },
}

// fails is a case of a call that must fail.
func (c *cases) fails(name string, call func() error, as func(err error) bool) {
	c.check(name, func() error {
		if err := call(); err == nil || !as(err) {
			return fmt.Errorf("got %v", err)
		}
		return nil
	})
}

// streams are those of Thrift, over what the options say.
func (c *cases) streams(ctx context.Context, name string, over wire, options []client.Option) {
	beltClient := belt.MustNewClient("belt", options...)
	c.check(name+"/unary", func() error {
		item, err := beltClient.One(ctx, &shop.Item{Sku: "a", Count: 4})
		if err == nil && (item.Sku != "a!" || item.Count != 4) {
			return fmt.Errorf("got %v", item)
		}
		return err
	})
	laterClient := laterbelt.MustNewClient("belt", options...)
	streamCases(ctx, c, name, streamer[shop.Item]{
		messages: items,
		wire:     over,
		count: func(ctx context.Context, asked *shop.Item) (streaming.ServerStreamingClient[shop.Item], error) {
			return beltClient.Count(ctx, asked)
		},
		sum: func(ctx context.Context) (streaming.ClientStreamingClient[shop.Item, shop.Item], error) {
			return beltClient.Sum(ctx)
		},
		chat: func(ctx context.Context) (streaming.BidiStreamingClient[shop.Item, shop.Item], error) {
			return beltClient.Chat(ctx)
		},
		missing: func(ctx context.Context) error {
			stream, err := laterClient.Missing(ctx, &later.Page{Number: 1})
			if err != nil {
				return err
			}
			_, err = stream.Recv(stream.Context())
			return err
		},
	})
}

func streamCases[T any](ctx context.Context, c *cases, name string, s streamer[T]) {
	c.check(name+"/server", func() error {
		stream, err := s.count(ctx, s.of("a", 100, nil))
		if err != nil {
			return err
		}
		header, err := stream.Header()
		if err := want(header["h"], err, "1"); err != nil {
			return err
		}
		for i := int32(0); i < 100; i++ {
			message, err := stream.Recv(stream.Context())
			if err != nil {
				return err
			}
			if err := want(s.number(message), nil, i); err != nil {
				return err
			}
		}
		if _, err := stream.Recv(stream.Context()); err != io.EOF {
			return fmt.Errorf("got %v in place of the end", err)
		}
		trailer, err := stream.Trailer()
		return want(trailer["t"], err, "2")
	})
	c.check(name+"/client", func() error {
		stream, err := s.sum(ctx)
		if err != nil {
			return err
		}
		for i := int32(1); i <= 100; i++ {
			if err := stream.Send(stream.Context(), s.of("", i, nil)); err != nil {
				return err
			}
		}
		sum, err := stream.CloseAndRecv(stream.Context())
		if err != nil {
			return err
		}
		return want(s.number(sum), nil, 5050)
	})
	c.check(name+"/both", func() error { return s.talk(ctx, 100) })
	c.check(name+"/concurrent", func() error {
		var group sync.WaitGroup
		failures := make(chan error, 16)
		for i := 0; i < 16; i++ {
			group.Add(1)
			go func() {
				defer group.Done()
				if err := s.talk(ctx, 20); err != nil {
					failures <- err
				}
			}()
		}
		group.Wait()
		close(failures)
		return <-failures
	})
	c.check(name+"/business error", func() error {
		return isBiz(s.failure(ctx, "biz"), 404, "not found", bizExtra)
	})
	c.fails(name+"/exception", func() error { return s.failure(ctx, "error") }, s.wire.broken)
	c.fails(name+"/unknown method", func() error { return s.missing(ctx) }, s.wire.unknown)
	c.fails(name+"/cancel", func() error {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		stream, err := s.count(ctx, s.of("endless", 0, nil))
		if err != nil {
			return nil
		}
		if _, err := stream.Recv(stream.Context()); err != nil {
			return nil
		}
		cancel()
		for {
			if _, err := stream.Recv(stream.Context()); err != nil {
				return err
			}
		}
	}, s.wire.cancelled)
}

// failure is why a stream ends before its first message.
func (s streamer[T]) failure(ctx context.Context, text string) error {
	stream, err := s.count(ctx, s.of(text, 0, nil))
	if err != nil {
		return err
	}
	_, err = stream.Recv(stream.Context())
	return err
}

func (s streamer[T]) talk(ctx context.Context, count int32) error {
	stream, err := s.chat(ctx)
	if err != nil {
		return err
	}
	for i := int32(0); i < count; i++ {
		if err := stream.Send(stream.Context(), s.of("s", i, nil)); err != nil {
			return err
		}
		message, err := stream.Recv(stream.Context())
		if err != nil {
			return err
		}
		if s.text(message) != "s!" || s.number(message) != i {
			return fmt.Errorf("got %v", message)
		}
	}
	if err := stream.CloseSend(stream.Context()); err != nil {
		return err
	}
	if _, err := stream.Recv(stream.Context()); err != io.EOF {
		return fmt.Errorf("got %v in place of the end", err)
	}
	return nil
}
