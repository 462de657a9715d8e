package dev.fastcodec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks Fastcodec's annotation processor to make the types of IDL files, on any class or in {@code package-info.java}. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface IdlSource {
    /** The IDL files, {@code .proto} or {@code .thrift}, as an import would name them, such as {@code shop/order.proto}. */
    String[] value();
}
