package akashi.identity;

/** Whether two short texts are one slip apart. */
final class Edits {
    private Edits() {}

    /** One character changed, missing, too many, or two neighbours exchanged; false for equal texts. */
    static boolean one(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (longer - shorter > 1) {
            return false;
        }
        int front = 0;
        while (front < shorter && a.charAt(front) == b.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter - front && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
            back++;
        }
        int left = a.length() - front - back;
        int right = b.length() - front - back;
        if (left == 2 && right == 2) {
            return a.charAt(front) == b.charAt(front + 1) && a.charAt(front + 1) == b.charAt(front);
        }
        return left <= 1 && right <= 1 && left + right > 0;
    }
}
