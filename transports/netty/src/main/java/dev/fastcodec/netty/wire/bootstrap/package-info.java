/** The message in which Kitex says why a call with a Protobuf body failed, which Fastcodec makes; {@code SelfHostingTest} makes it again and compares. */
package dev.fastcodec.netty.wire.bootstrap;
