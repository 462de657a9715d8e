namespace java dev.fastcodec.grpc.thrift

struct Req {
  1: string text
  2: i32 times
}

struct Resp {
  1: list<string> texts
}
