package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/bytedance/gopkg/cloud/metainfo"
	"github.com/cloudwego/kitex/pkg/kerrors"
	"github.com/cloudwego/kitex/pkg/remote"
	_ "github.com/cloudwego/kitex/pkg/remote/codec/protobuf/encoding/gzip" // which grpc-java's clients take, and are then sent
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/codes"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/metadata"
	"github.com/cloudwego/kitex/pkg/remote/trans/nphttp2/status"
	"github.com/cloudwego/kitex/pkg/rpcinfo"
	"github.com/cloudwego/kitex/pkg/serviceinfo"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"interop/kitex_gen/parcels"
)

// thriftByService lets those call services of Thrift over gRPC who cannot say "application/grpc+thrift", by which Kitex knows them, as grpc-java's clients.
type thriftByService struct{ remote.MetaHandler }

func (thriftByService) OnConnectStream(ctx context.Context) (context.Context, error) {
	return ctx, nil
}

func (thriftByService) OnReadStream(ctx context.Context) (context.Context, error) {
	ri := rpcinfo.GetRPCInfo(ctx)
	if ri.Invocation().ServiceName() != "Parcels" {
		rpcinfo.AsMutableRPCConfig(ri.Config()).SetPayloadCodec(serviceinfo.Thrift)
	}
	return ctx, nil
}

func (thriftByService) WriteMeta(ctx context.Context, _ remote.Message) (context.Context, error) {
	return ctx, nil
}

func (thriftByService) ReadMeta(ctx context.Context, _ remote.Message) (context.Context, error) {
	return ctx, nil
}

type parcelsHandler struct{}

func (parcelsHandler) Ask(ctx context.Context, parcel *parcels.Parcel) (*parcels.Parcel, error) {
	question, name, _ := strings.Cut(parcel.Label, ":")
	switch question {
	case "header":
		md, _ := metadata.FromIncomingContext(ctx)
		return &parcels.Parcel{Label: strings.Join(md.Get(name), ",")}, nil
	case "transient":
		value, _ := metainfo.GetValue(ctx, name)
		return &parcels.Parcel{Label: value}, nil
	case "persistent":
		value, _ := metainfo.GetPersistentValue(ctx, name)
		return &parcels.Parcel{Label: value}, nil
	case "answers":
		must(nphttp2.SendHeader(ctx, metadata.Pairs("h", "1", "h-bin", "\x00\xff")))
		must(nphttp2.SetTrailer(ctx, metadata.Pairs("t", "2")))
		return parcel, nil
	case "biz":
		st, err := status.New(codes.Internal, "nicht gefunden: ключ").WithDetails(wrapperspb.String("detail"))
		must(err)
		biz := kerrors.NewGRPCBizStatusErrorWithExtra(404, "nicht gefunden: ключ", bizExtra)
		biz.(kerrors.GRPCStatusIface).SetGRPCStatus(st)
		return nil, biz
	case "status":
		st, err := status.New(codes.NotFound, "no such parcel: ключ").WithDetails(wrapperspb.String("detail"))
		must(err)
		return nil, st.Err()
	case "error":
		return nil, errors.New("broken")
	case "sleep":
		time.Sleep(time.Second)
	}
	return parcel, nil
}

func (parcelsHandler) Count(ctx context.Context, parcel *parcels.Parcel, stream parcels.Parcels_CountServer) error {
	return serveCount(ctx, stream, parcelMessages, parcel)
}

func (parcelsHandler) Sum(ctx context.Context, stream parcels.Parcels_SumServer) error {
	return serveSum(ctx, stream, parcelMessages)
}

func (parcelsHandler) Chat(ctx context.Context, stream parcels.Parcels_ChatServer) error {
	return serveChat(ctx, stream, parcelMessages)
}
