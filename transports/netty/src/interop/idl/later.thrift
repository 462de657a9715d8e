// What a client of a later version calls: functions that the servers of shop.thrift do not have.
namespace go later
namespace java dev.fastcodec.interop.later
namespace rs later

struct Page {
  1: i32 number
}

service Shop {
  string missing(1: string what)
}

service Belt {
  Page one(1: Page page) (streaming.mode = "unary")
  Page missing(1: Page page) (streaming.mode = "server")
}
