package dev.fastcodec.wkt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The paths of a field mask as a tree, in which a path covers all that begin with it. A node without children is a whole field. */
final class MaskTree {
    private final Map<String, MaskTree> children = new TreeMap<>();

    static MaskTree of(FieldMask mask) {
        MaskTree tree = new MaskTree();
        tree.addAll(mask);
        return tree;
    }

    void addAll(FieldMask mask) {
        mask.getPaths().forEach(this::add);
    }

    private void add(String path) {
        MaskTree node = this;
        boolean isNew = false;
        for (String name : path.split("\\.", -1)) {
            if (node != this && node.isWhole() && !isNew) {
                return;
            }
            isNew = !node.children.containsKey(name);
            node = node.children.computeIfAbsent(name, n -> new MaskTree());
        }
        node.children.clear();
    }

    /** Removes a path and all that it covers; what is part of a whole field stays. */
    void remove(String path) {
        remove(path.split("\\.", -1), 0);
    }

    private void remove(String[] names, int i) {
        MaskTree child = children.get(names[i]);
        if (child == null || i < names.length - 1 && child.isWhole()) {
            return;
        }
        if (i < names.length - 1) {
            child.remove(names, i + 1);
        }
        if (i == names.length - 1 || child.isWhole()) {
            children.remove(names[i]);
        }
    }

    /** What both cover. */
    MaskTree intersect(MaskTree other) {
        MaskTree both = new MaskTree();
        children.forEach((name, mine) -> {
            MaskTree theirs = other.children.get(name);
            if (theirs != null) {
                MaskTree common = mine.isWhole() ? theirs : theirs.isWhole() ? mine : mine.intersect(theirs);
                if (mine.isWhole() || theirs.isWhole() || !common.isWhole()) {
                    both.children.put(name, common);
                }
            }
        });
        return both;
    }

    boolean isWhole() {
        return children.isEmpty();
    }

    Map<String, MaskTree> children() {
        return children;
    }

    FieldMask toMask() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return new FieldMask().setPaths(paths);
    }

    private void collect(String prefix, List<String> to) {
        children.forEach((name, child) -> {
            if (child.isWhole()) {
                to.add(prefix + name);
            } else {
                child.collect(prefix + name + ".", to);
            }
        });
    }
}
