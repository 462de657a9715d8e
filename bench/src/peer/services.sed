# Makes what Thrift's compiler 0.17 writes of echo.thrift compile with libthrift 0.25, which changed what processors of services extend.
/class AsyncProcessor</,/"unused"})/d
/_LOGGER = /d
s/ProcessFunction<I, *? extends *org.apache.thrift.TBase>/ProcessFunction<I, ? extends org.apache.thrift.TBase, ? extends org.apache.thrift.TBase>/g
s/ProcessFunction<I, echo_args>/ProcessFunction<I, echo_args, echo_result>/
s/protected boolean isOneway/public boolean isOneway/
s/^      public echo_args getEmptyArgsInstance/      public echo_result getEmptyResultInstance() {\n        return new echo_result();\n      }\n\n      @Override\n&/
