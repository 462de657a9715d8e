package dev.fastcodec.codegen.apt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FastcodecProcessorTest {
    private static final String ORDER = "syntax = \"proto3\";\npackage shop;\nmessage Order { uint64 id = 1; }\n";

    @TempDir
    Path temp;

    private Path idl;

    @BeforeEach
    void order() throws IOException {
        idl = Files.createDirectories(temp.resolve("idl"));
        write(idl.resolve("shop/order.proto"), ORDER);
    }

    static List<JavaCompiler> compilers() {
        return List.of(ToolProvider.getSystemJavaCompiler(), new EclipseCompiler());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Compilation compilation(JavaCompiler compiler) {
        return new Compilation(compiler, temp.resolve("work"));
    }

    private Compilation javac() {
        return compilation(ToolProvider.getSystemJavaCompiler());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void makesTypesThatTheAnnotatedClassUses(JavaCompiler compiler) throws IOException {
        Compilation.Result result = compilation(compiler)
                .with("-Afastcodec.path=" + idl)
                .source("app/App.java", """
                        package app;

                        @dev.fastcodec.IdlSource("shop/order.proto")
                        class App {
                            byte[] order = shop.Order.PROTO.encode(new shop.Order().setId(7));
                        }
                        """)
                .run();
        assertTrue(result.success(), result::text);
        assertEquals(List.of("shop/Order.java", "shop/OrderSchema.java"), result.generated());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void readsThePackageAnnotation(JavaCompiler compiler) throws IOException {
        Compilation.Result result = compilation(compiler)
                .with("-Afastcodec.path=" + idl)
                .source("app/package-info.java", "@dev.fastcodec.IdlSource(\"shop/order.proto\")\npackage app;\n")
                .run();
        assertTrue(result.success(), result::text);
        assertEquals(List.of("shop/Order.java", "shop/OrderSchema.java"), result.generated());
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void showsIdlErrorsAtTheAnnotation(JavaCompiler compiler) throws IOException {
        write(idl.resolve("shop/order.proto"), ORDER.replace("uint64", "Nowhere"));
        Compilation.Result result = compilation(compiler)
                .with("-Afastcodec.path=" + idl)
                .source("app/App.java", annotated("shop/order.proto"))
                .run();
        assertFalse(result.success());
        Diagnostic<? extends JavaFileObject> error = result.errors().get(0);
        assertTrue(error.getMessage(null).startsWith("shop/order.proto:3:17: error: "), result::text);
        assertEquals(2, error.getLineNumber());
        assertEquals(List.of(), result.generated());
    }

    @Test
    void showsErrorsAtTheNameOfTheFileThatHasThem() throws IOException {
        Compilation.Result result = javac().with("-Afastcodec.path=" + idl)
                .source("app/App.java", """
                        package app;

                        @dev.fastcodec.IdlSource({
                            "shop/order.proto",
                            "shop/nowhere.proto"
                        })
                        class App {}
                        """)
                .run();
        assertEquals(1, result.errors().size(), result::text);
        assertEquals(5, result.errors().get(0).getLineNumber());
    }

    @Test
    void findsIdlOnTheSourcePath() throws IOException {
        Compilation.Result result = javac().with("-sourcepath", idl.toString())
                .source("app/App.java", annotated("shop/order.proto"))
                .run();
        assertTrue(result.success(), result::text);
    }

    @Test
    void findsIdlOnTheClassPath() throws IOException {
        Compilation.Result result = javac().classPath(idl)
                .source("app/App.java", annotated("shop/order.proto"))
                .run();
        assertTrue(result.success(), result::text);
    }

    @Test
    void findsIdlBesideTheClasses() throws IOException {
        Compilation compilation = javac();
        write(compilation.classes().resolve("shop/order.proto"), ORDER);
        Compilation.Result result = compilation
                .source("app/App.java", annotated("shop/order.proto"))
                .run();
        assertTrue(result.success(), result::text);
    }

    @Test
    void listsThePlacesTried() throws IOException {
        Compilation.Result result = javac().with("-Afastcodec.path=" + idl)
                .source("app/App.java", annotated("shop/nowhere.proto"))
                .run();
        assertEquals(1, result.errors().size(), result::text);
        assertEquals(
                "error: file not found: shop/nowhere.proto\nhelp: looked in " + idl
                        + ", SOURCE_PATH, CLASS_PATH, CLASS_OUTPUT, the well-known types",
                result.errors().get(0).getMessage(null).replaceAll("\n +", "\n"));
    }

    @Test
    void refusesAnUnknownOption() throws IOException {
        Compilation.Result result = javac().with("-Afastcodec.format=proto")
                .source("app/App.java", "class App {}")
                .source("app/Other.java", annotated("shop/order.proto"))
                .run();
        assertTrue(
                result.errors().get(0).getMessage(null).startsWith("unknown option -Afastcodec.format; known are "),
                result::text);
    }

    @Test
    void refusesAnUnknownValue() throws IOException {
        Compilation.Result result = javac().with("-Afastcodec.formats=xml")
                .source("app/App.java", annotated("shop/order.proto"))
                .run();
        assertTrue(result.errors().get(0).getMessage(null).startsWith("\"xml\" is no value of option"), result::text);
    }

    @Test
    void refusesOneFileForTwoElements() throws IOException {
        Compilation.Result result = javac().with("-Afastcodec.path=" + idl)
                .source("app/App.java", annotated("shop/order.proto"))
                .source("app/Other.java", annotated("shop/order.proto").replace("App", "Other"))
                .run();
        assertEquals(1, result.errors().size(), result::text);
        assertEquals(
                "the types of shop/order.proto are made for app.App already",
                result.errors().get(0).getMessage(null));
    }

    @Test
    void ignoresTheWorkingFolder() throws IOException {
        assertTrue(Files.exists(Path.of("pom.xml")), "tests run in the module's folder");
        Compilation.Result result = javac().with("-Afastcodec.path=" + idl)
                .source("app/App.java", annotated("src/test/resources/none.thrift"))
                .run();
        assertTrue(
                result.errors()
                        .get(0)
                        .getMessage(null)
                        .startsWith("error: file not found: src/test/resources/none.thrift"),
                result::text);
    }

    private static String annotated(String importPath) {
        return "package app;\n@dev.fastcodec.IdlSource(\"" + importPath + "\")\nclass App {}\n";
    }

    @Test
    void failsOnFatalWarnings() throws IOException {
        write(idl.resolve("empty.thrift"), "namespace java shop\nenum Empty {}\n");
        Compilation.Result result = javac().with("-Afastcodec.path=" + idl)
                .with("-Afastcodec.fatalWarnings=true")
                .source("app/package-info.java", "@dev.fastcodec.IdlSource(\"empty.thrift\")\npackage app;\n")
                .run();
        assertFalse(result.success(), result::text);
        assertTrue(result.text().contains("[thrift-enum-empty]"), result::text);
        assertTrue(result.text().contains("there are warnings, and fatalWarnings is set"), result::text);
        assertEquals(List.of(), result.generated());
    }
}
