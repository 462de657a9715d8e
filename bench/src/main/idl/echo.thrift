// What bench/rpc calls: in kitex-benchmark's manner, a struct there and a struct back.
namespace java dev.fastcodec.bench.thrift
namespace go echo

struct Text {
  1: string text
}

service Echo {
  Text echo(1: Text text)
}
