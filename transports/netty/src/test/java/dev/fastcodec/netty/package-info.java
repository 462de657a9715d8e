/** Clients and servers against each other and against faults. */
@IdlSource({"echo.thrift", "letter.proto", "talk.thrift"})
package dev.fastcodec.netty;

import dev.fastcodec.IdlSource;
