/** Real Thrift bytes: the footers of Parquet files, against what Apache Parquet's own classes read and write. */
@NullMarked
package dev.fastcodec.golden.parquet;

import org.jspecify.annotations.NullMarked;
