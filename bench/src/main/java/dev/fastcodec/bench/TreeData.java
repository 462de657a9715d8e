package dev.fastcodec.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a {@code Tree} holds. */
record TreeData(Node root, Map<String, Integer> weights) {
    /** One {@code Node}. */
    record Node(long id, String name, double weight, List<Node> children) {}

    static TreeData of(Values v) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Node node = new Node(v.anyInt(), "node-" + v.ascii(4 + v.below(6)), v.anyDouble(), new ArrayList<>());
            if (i > 0) {
                nodes.get((i - 1) / 3).children().add(node);
            }
            nodes.add(node);
        }
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            weights.put("weight-" + i + v.ascii(4), 1 + v.anyInt());
        }
        return new TreeData(nodes.get(0), weights);
    }
}
