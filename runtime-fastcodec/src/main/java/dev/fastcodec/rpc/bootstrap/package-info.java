/** The message in which gRPC says why a call failed, which Fastcodec makes of Google's own IDL; {@code SelfHostingTest} makes it again and compares. */
package dev.fastcodec.rpc.bootstrap;
