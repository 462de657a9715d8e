namespace java dev.fastcodec.grpc.thrift

struct Req {
  1: string text
  2: i32 times
}

struct Resp {
  1: list<string> texts
}

exception Sorry {
  1: string message
}

service Echo {
  Resp echo(1: Req req) throws (1: Sorry sorry)
  oneway void note(1: Req req)
}

service Wide {
  Resp echo(1: Req req, 2: i32 times)
}

service Ping {
  void ping()
}

service Flow {
  Resp count(1: Req req) (streaming.mode = "server")
}
