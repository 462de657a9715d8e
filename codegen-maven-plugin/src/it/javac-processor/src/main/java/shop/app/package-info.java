/** Uses types that javac makes from IDL among the resources. */
@IdlSource({"shop/money.proto", "shop/order.proto"})
package shop.app;

import dev.fastcodec.IdlSource;
