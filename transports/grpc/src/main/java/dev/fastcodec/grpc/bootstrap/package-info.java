/**
 * The messages of gRPC's reflection and health checking, which Fastcodec makes of gRPC's own IDL; {@code SelfHostingTest} makes them again and compares. Not
 * in the package that the IDL names, where grpc-services has its classes.
 */
package dev.fastcodec.grpc.bootstrap;
