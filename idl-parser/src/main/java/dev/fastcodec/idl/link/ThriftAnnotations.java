package dev.fastcodec.idl.link;

import dev.fastcodec.idl.ast.Decl;
import dev.fastcodec.idl.ast.Literal;
import dev.fastcodec.idl.schema.Options;
import dev.fastcodec.idl.schema.Value;
import java.util.ArrayList;
import java.util.List;

/** Makes options of annotations: every value is a text, a key may come more than once. */
final class ThriftAnnotations {
    private ThriftAnnotations() {}

    static Options options(List<Decl.Option> annotations) {
        if (annotations.isEmpty()) {
            return Options.NONE;
        }
        List<Options.Option> options = new ArrayList<>();
        for (Decl.Option annotation : annotations) {
            if (annotation.value() instanceof Literal.Text text) {
                options.add(new Options.Option(annotation.nameText(), new Value.Text(text.text())));
            }
        }
        return new Options(options);
    }

    /** Notes that an annotation {@code @file.Name} uses an include. */
    static void markUsed(ThriftFile file, List<Decl.Option> annotations) {
        for (Decl.Option annotation : annotations) {
            String name = annotation.nameText();
            int dot = name.lastIndexOf('.');
            if (name.startsWith("@") && dot > 0) {
                file.used().addAll(file.includes().getOrDefault(name.substring(1, dot), List.of()));
            }
        }
    }
}
