package dev.fastcodec.codegen;

import dev.fastcodec.codegen.java.JavaWriter;
import dev.fastcodec.codegen.plan.Planner;
import dev.fastcodec.idl.schema.Schema;
import dev.fastcodec.idl.schema.Service;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The door of the generator. {@code generate} plans every type of the requested files, then writes each plan as the text
 * of one Java file.
 */
public final class Codegen {
    private Codegen() {}

    /**
     * Java for the requested files of a schema.
     *
     * @return text by path below the output folder ({@code shop/Order.java}), sorted by path; equal input gives equal text
     */
    public static Map<String, String> generate(Schema schema, Options options) {
        return JavaWriter.write(Planner.plan(schema, options), options);
    }

    /**
     * The services whose Java will not compile: their base is in a file that is not requested, and what was made of that has no services.
     *
     * @param isThere whether there is a class file of this path, such as {@code shop/Order.class}
     */
    public static List<Service> withoutBase(Schema schema, Options options, Predicate<String> isThere) {
        return Planner.withoutBase(schema, options, isThere);
    }
}
