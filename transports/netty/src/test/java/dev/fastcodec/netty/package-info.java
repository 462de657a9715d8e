/** Clients and servers against each other and against faults. */
@IdlSource({"echo.thrift", "letter.proto"})
package dev.fastcodec.netty;

import dev.fastcodec.IdlSource;
