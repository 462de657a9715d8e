// Licence of the file.

/** The shop. */
namespace java shop.model
namespace * shop.any (uri = "http://x/y")
namespace cpp.sub a.b;
namespace go shop (a = "b", c)
package "fast.codec/shop"
include "base.thrift"
include 'sub/other.thrift';
include "noted.thrift"
cpp_include "<vector>"
