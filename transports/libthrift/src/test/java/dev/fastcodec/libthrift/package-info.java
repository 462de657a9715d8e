/** Generated stubs against those of Apache's compiler, as HBase has published them. */
@IdlSource({"org/apache/hadoop/hbase/thrift/Hbase.thrift", "org/apache/hadoop/hbase/thrift2/hbase.thrift"})
package dev.fastcodec.libthrift;

import dev.fastcodec.IdlSource;
