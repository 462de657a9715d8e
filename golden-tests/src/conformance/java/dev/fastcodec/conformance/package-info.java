/**
 * The program that Google's conformance runner asks. It stands outside of the build, since it uses classes that Fastcodec makes of the suite's own
 * {@code .proto} files, which {@code .ci/conformance} fetches; the runtime is all that it has on its class path.
 */
package dev.fastcodec.conformance;
