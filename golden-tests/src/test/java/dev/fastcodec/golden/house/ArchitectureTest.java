package dev.fastcodec.golden.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fastcodec.idl.schema.FileInfo;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may depend on what, and how large a file may be. */
class ArchitectureTest {
    private static final String IDL = "dev.fastcodec.idl..";
    private static final String CODEGEN = "dev.fastcodec.codegen..";
    private static final String[] RUNTIME = {
        "dev.fastcodec",
        "dev.fastcodec.protobuf..",
        "dev.fastcodec.schema..",
        "dev.fastcodec.thrift..",
        "dev.fastcodec.json..",
        "dev.fastcodec.text..",
        "dev.fastcodec.rpc..",
        "dev.fastcodec.internal..",
        "dev.fastcodec.wkt.."
    };
    private static final String[] PURE = {
        IDL.replace("..", ".ast.."),
        IDL.replace("..", ".schema.."),
        CODEGEN.replace("..", ".dynamic.."),
        CODEGEN.replace("..", ".plan.."),
        CODEGEN.replace("..", ".java.."),
        CODEGEN.replace("..", ".format..")
    };
    private static final int MOST_LINES = 400;
    private static final int MOST_LINES_OF_A_FRONT_DOOR = 150;

    /** From the folders of classes: the jar of the processor also holds ANTLR and JavaPoet, under names of ours. */
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(Stream.of(
                            "runtime-fastcodec",
                            "idl-parser",
                            "codegen-processor",
                            "codegen-maven-plugin",
                            "cli",
                            "transports/libthrift",
                            "transports/netty",
                            "transports/grpc")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @Test
    void importsEveryModule() {
        for (String name : List.of(
                "dev.fastcodec.Codec",
                "dev.fastcodec.idl.Idl",
                "dev.fastcodec.codegen.Codegen",
                "dev.fastcodec.maven.GenerateMojo",
                "dev.fastcodec.cli.GenerateCommand",
                "dev.fastcodec.libthrift.Bridge",
                "dev.fastcodec.netty.wire.TTHeader",
                "dev.fastcodec.grpc.GrpcChannel")) {
            assertTrue(ALL.contain(name), name);
        }
    }

    @Test
    void runtimeDependsOnNothing() {
        classes()
                .that(resideInAnyPackage(RUNTIME))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(RUNTIME).or(resideInAPackage("java..")))
                .check(ALL);
    }

    @Test
    void theBridgeDependsOnTheRuntimeAndLibthriftAlone() {
        classes()
                .that()
                .resideInAPackage("dev.fastcodec.libthrift..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(RUNTIME)
                        .or(resideInAnyPackage(
                                "dev.fastcodec.libthrift..", "org.apache.thrift..", "org.jspecify..", "java..")))
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.libthrift..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.fastcodec.libthrift..", "org.apache.thrift..")
                .check(ALL);
    }

    @Test
    void framingsKnowNothingOfNetty() {
        classes()
                .that()
                .resideInAPackage("dev.fastcodec.netty.wire..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(RUNTIME)
                        .or(resideInAnyPackage("dev.fastcodec.netty.wire..", "org.jspecify..", "java..")))
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.netty..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.fastcodec.netty..", "io.netty..")
                .check(ALL);
    }

    @Test
    void grpcNeedsTheRuntimeAndTheApiOfGrpcJavaAlone() {
        classes()
                .that()
                .resideInAPackage("dev.fastcodec.grpc..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(RUNTIME)
                        .or(resideInAnyPackage("dev.fastcodec.grpc..", "io.grpc", "org.jspecify..", "java..")))
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.grpc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.fastcodec.grpc..", "io.grpc..")
                .check(ALL);
    }

    @Test
    void onlyFrontUsesAntlr() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.idl.front..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(ALL);
    }

    @Test
    void onlyLinkSeesAstAndSchema() {
        DescribedPredicate<JavaClass> seesAst = sees("dev.fastcodec.idl.ast");
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.idl.link..")
                .and()
                .doNotHaveFullyQualifiedName("dev.fastcodec.idl.Idl")
                .and(seesAst)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.fastcodec.idl.schema..")
                .check(ALL);
    }

    @Test
    void generatorSeesOnlyTheSchema() {
        noClasses()
                .that()
                .resideInAPackage(CODEGEN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.fastcodec.idl.ast..", "dev.fastcodec.idl.front..", "dev.fastcodec.idl.link..")
                .check(ALL);
    }

    @Test
    void onlyJavaAndFormatUseJavaPoet() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.fastcodec.codegen.java..", "dev.fastcodec.codegen.format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(ALL);
    }

    @Test
    void javaAndFormatDoNotAskWhichLanguage() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.fastcodec.codegen.java..", "dev.fastcodec.codegen.format..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(FileInfo.Language.class)
                .check(ALL);
    }

    @Test
    void generatorsReturnText() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Path.class, Files.class, File.class, InputStream.class, OutputStream.class)
                .check(ALL);
    }

    @Test
    void nothingPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.fastcodec.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void nothingIsStaticAndChanges() {
        // ANTLR writes such fields into its lexers and parsers.
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo("org.antlr.v4.runtime.Recognizer")
                .should()
                .beFinal()
                .check(ALL);
    }

    @Test
    void nothingDependsOnTheDefaultLocaleOrCharset() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "getBytes")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .check(ALL);
    }

    @Test
    void filesAreSmall() {
        for (Path source : sources()) {
            assertTrue(lines(source) <= MOST_LINES, source + " has more than " + MOST_LINES + " lines");
        }
    }

    @Test
    void frontDoorsHoldNoLogic() {
        List<Path> doors = sources().stream()
                .filter(p -> p.getFileName().toString().matches(".*(Mojo|Processor|Command)\\.java"))
                .toList();
        assertTrue(doors.size() >= 3, doors.toString());
        for (Path door : doors) {
            assertTrue(lines(door) <= MOST_LINES_OF_A_FRONT_DOOR, door + " has too many lines");
        }
    }

    private static DescribedPredicate<JavaClass> sees(String packageName) {
        return DescribedPredicate.describe("see " + packageName, c -> c.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(packageName)));
    }

    /** Hand-written sources of all modules. */
    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            return all.filter(p -> p.toString().endsWith(".java"))
                    .filter(p ->
                            !p.toString().replace('\\', '/').matches(".*/(target|peer|resources|wkt|bootstrap|it)/.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
