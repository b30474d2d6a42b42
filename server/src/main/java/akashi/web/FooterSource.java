package akashi.web;

/** Contributes the footer's statement on the usage log: its size and when it was last signed. */
public interface FooterSource {
    /** The line to show; reads memory only. */
    Notice footer();
}
