package dev.fastcodec.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The descriptors in the table of an IDL file: in a class of their own, so that their bytes are loaded only when somebody asks. */
final class DescriptorWriter {
    private static final String CLASS = "Descriptors";
    private static final int LINE = 90;
    private static final String ESCAPED = "\n\t\r\"\\";
    private static final String LETTERS = "ntr\"\\";
    private static final int OCTAL_DIGIT = 3;

    private DescriptorWriter() {}

    static void add(TypeSpec.Builder table, ClassName self, List<String> pieces) {
        ArrayTypeName strings = ArrayTypeName.of(String.class);
        table.addMethod(SchemaWriter.override("descriptors")
                .returns(strings)
                .addStatement("return $T.text()", self.nestedClass(CLASS))
                .build());
        table.addType(TypeSpec.classBuilder(CLASS)
                .addJavadoc("Loaded when somebody asks.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.methodBuilder("text")
                        .addModifiers(Modifier.STATIC)
                        .returns(strings)
                        .addCode(
                                "return new $T[] {\n$L};\n",
                                String.class,
                                pieces.stream().map(DescriptorWriter::literal).collect(CodeBlock.joining(",\n")))
                        .build())
                .build());
    }

    /** One constant, written as a sum of lines. */
    private static CodeBlock literal(String piece) {
        CodeBlock.Builder lines = CodeBlock.builder();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            escape(piece.charAt(i), line);
            if (line.length() >= LINE || i == piece.length() - 1) {
                lines.add(i == piece.length() - 1 ? "\"$L\"" : "\"$L\" +\n", line.toString());
                line.setLength(0);
            }
        }
        return lines.build();
    }

    private static void escape(char c, StringBuilder line) {
        int known = ESCAPED.indexOf(c);
        if (known >= 0) {
            line.append('\\').append(LETTERS.charAt(known));
        } else if (c < ' ' || c > '~') {
            line.append('\\');
            for (int shift = 2 * OCTAL_DIGIT; shift >= 0; shift -= OCTAL_DIGIT) {
                line.append((char) ('0' + (c >> shift & 7)));
            }
        } else {
            line.append(c);
        }
    }
}
