package dev.fastcodec.codegen.apt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A place in Java source that names an IDL file: one string of one annotation.
 *
 * @param element what is annotated
 * @param value the string itself, where errors are shown
 * @param importPath what it says
 */
record Place(Element element, AnnotationMirror annotation, AnnotationValue value, String importPath) {
    /** The IDL files that an element's annotation names, in order. */
    static List<Place> of(Element element, String annotationName) {
        List<Place> places = new ArrayList<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (!type.getQualifiedName().contentEquals(annotationName)) {
                continue;
            }
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> member :
                    annotation.getElementValues().entrySet()) {
                if (member.getKey().getSimpleName().contentEquals("value")
                        && member.getValue().getValue() instanceof List<?> list) {
                    for (Object each : list) {
                        // A compiler error elsewhere can leave something that is no string here.
                        if (each instanceof AnnotationValue value && value.getValue() instanceof String path) {
                            places.add(new Place(element, annotation, value, path));
                        }
                    }
                }
            }
        }
        return places;
    }
}
