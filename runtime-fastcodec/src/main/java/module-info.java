/** What code made by Fastcodec calls at run time; depends on nothing but the JDK. */
module dev.fastcodec {
    exports dev.fastcodec;
    exports dev.fastcodec.json;
    exports dev.fastcodec.protobuf;
    exports dev.fastcodec.rpc;
    exports dev.fastcodec.schema;
    exports dev.fastcodec.text;
    exports dev.fastcodec.thrift;
    exports dev.fastcodec.wkt;
}
