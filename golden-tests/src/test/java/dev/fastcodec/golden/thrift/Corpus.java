package dev.fastcodec.golden.thrift;

import dev.fastcodec.codegen.Options;
import dev.fastcodec.golden.support.Compiled;
import dev.fastcodec.golden.support.Seed;
import dev.fastcodec.golden.thrift.RandomSchema.IdlFile;
import dev.fastcodec.golden.thrift.Shape.Struct;
import dev.fastcodec.idl.source.Roots;
import dev.fastcodec.idl.source.SourcePath;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Some random schemas, generated and compiled together, and values of their structs. */
final class Corpus {
    /** How deep values are: one in so many is deep. */
    private static final int DEEP = 8;

    private final String name;
    private final List<List<IdlFile>> schemas;
    private final Options options;
    private final Map<String, String> idl = new LinkedHashMap<>();
    private final List<Struct> structs = new ArrayList<>();
    private final Compiled compiled;
    private final Beans beans;

    private Corpus(String name, List<List<IdlFile>> schemas, IdlText.Declares declares, Options options) {
        this.name = name;
        this.options = options;
        this.schemas = schemas;
        for (List<IdlFile> files : schemas) {
            idl.putAll(IdlText.of(files, declares));
            for (IdlFile file : files) {
                file.structs().forEach(s -> structs.add(s.struct()));
            }
        }
        this.compiled = compile(idl, options);
        this.beans = new Beans(compiled, Seed.random(name + " beans"));
    }

    private static Compiled compile(Map<String, String> idl, Options options) {
        try (SourcePath path = SourcePath.of(List.of(Roots.memory(idl)))) {
            return Compiled.of(List.copyOf(idl.keySet()), path, options);
        } catch (AssertionError e) {
            throw new AssertionError(Seed.describe() + idl, e);
        }
    }

    /** Schemas for the test of this name. */
    static Corpus make(String name, int schemas) {
        return make(name, schemas, Options.DEFAULT);
    }

    /** Schemas for the test of this name, generated with these options. */
    static Corpus make(String name, int schemas, Options options) {
        SplittableRandom random = Seed.random(name);
        List<List<IdlFile>> made = new ArrayList<>();
        for (int i = 0; i < schemas; i++) {
            made.add(RandomSchema.make(random, name + i, 0.3));
        }
        return new Corpus(name, made, (struct, field) -> IdlText.declaration(field), options);
    }

    /** The same schemas with some fields declared otherwise. */
    Corpus with(IdlText.Declares declares) {
        return new Corpus(name, schemas, declares, options);
    }

    List<Struct> structs() {
        return structs;
    }

    Beans beans() {
        return beans;
    }

    /** What is done with one value. */
    interface Check {
        void on(Struct type, StructValue state, Wire wire);
    }

    /** Calls the check with values of all structs in turn, with both protocols each. */
    void forValues(String test, int count, boolean cleared, Check check) {
        SplittableRandom random = Seed.random(name + " " + test);
        RandomValues values = new RandomValues(random);
        for (int i = 0; i < count; i++) {
            Struct type = structs.get(i % structs.size());
            int depth = i % DEEP == 0 ? 4 : i % 2 + 1;
            StructValue state = cleared ? values.stateWithCleared(type, depth) : values.state(type, depth);
            if (type.kind() == Shape.Kind.UNION && type.fields().isEmpty()) {
                continue;
            }
            for (Wire wire : Wire.values()) {
                try {
                    check.on(type, state, wire);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(explain(type, state, wire, i), e);
                }
            }
        }
    }

    private String explain(Struct type, StructValue state, Wire wire, int index) {
        return Seed.describe() + "value " + index + " of " + type + " in " + wire + ": " + state + "\nwritten as "
                + state.written() + "\nwhich is "
                + HexFormat.of().formatHex(wire.write(state.written())) + "\n" + idl.get(type.path());
    }
}
