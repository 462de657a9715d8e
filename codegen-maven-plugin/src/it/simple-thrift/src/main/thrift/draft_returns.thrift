this is no Thrift yet
