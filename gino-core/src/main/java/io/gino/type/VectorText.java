/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.type;

/** The extension pgvector's vectors as the text that PostgreSQL reads and prints: {@code [1,2.5]}. */
final class VectorText {

    private VectorText() {}

    static String print(float[] vector) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }

    static float[] parse(String text) {
        String[] numbers = text.substring(1, text.length() - 1).split(",", -1);
        float[] vector = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            vector[i] = Float.parseFloat(numbers[i]);
        }
        return vector;
    }
}
