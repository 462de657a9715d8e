/** Generated services in use. */
@NullMarked
package dev.fastcodec.golden.rpc;

import org.jspecify.annotations.NullMarked;
