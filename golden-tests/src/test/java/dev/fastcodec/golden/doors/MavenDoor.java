package dev.fastcodec.golden.doors;

import dev.fastcodec.maven.GenerateMojo;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/** Generates by the goal {@code generate}, whose parameters are set as Maven would. */
final class MavenDoor implements Door {
    @Override
    public void generate(Sources sources, Map<String, String> options, Path output) throws Exception {
        MavenProject project = new MavenProject();
        project.setFile(sources.project().resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(sources.project().resolve("target").toString());
        project.setBuild(build);
        project.setArtifacts(Set.of());

        GenerateMojo goal = new GenerateMojo(noIde());
        set(goal, "project", project);
        set(goal, "execution", new MojoExecution(new MojoDescriptor(), output.getFileName() + "-" + options.size()));
        set(goal, "outputDirectory", output.toFile());
        for (Map.Entry<String, String> option : options.entrySet()) {
            set(goal, option.getKey(), option.getValue());
        }
        goal.execute();
    }

    private static BuildContext noIde() {
        return (BuildContext) Proxy.newProxyInstance(
                MavenDoor.class.getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, args) -> null);
    }

    private static void set(GenerateMojo goal, String name, Object value) throws ReflectiveOperationException {
        Class<?> type = goal.getClass();
        while (true) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                field.set(goal, value);
                return;
            } catch (NoSuchFieldException e) {
                type = type.getSuperclass();
                if (type == null) {
                    throw e;
                }
            }
        }
    }
}
