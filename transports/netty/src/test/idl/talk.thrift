include "echo.thrift"

namespace java dev.fastcodec.netty.talk

service Talk {
  echo.Note answer(1: echo.Note note, 2: i32 times) throws (1: echo.Refused refused)
  oneway void tell(1: string what)
  echo.Note count(1: echo.Note to) (streaming.mode = "server")
  echo.Note sum(1: echo.Note note) (streaming.mode = "client")
  echo.Note chat(1: echo.Note note) (streaming.mode = "bidirectional")
}
