package akashi.retention;

import org.jspecify.annotations.Nullable;

/** What the forms for holds and erasures post about the entries meant; everything as typed. */
record ScopeForm(
        String kind,
        String through,
        String first,
        String last,
        String operator,
        String operation,
        String record,
        String caseReference) {
    ScopeForm(
            @Nullable String kind,
            @Nullable String through,
            @Nullable String first,
            @Nullable String last,
            @Nullable String operator,
            @Nullable String operation,
            @Nullable String record,
            @Nullable String caseReference) {
        this.kind = typed(kind);
        this.through = typed(through);
        this.first = typed(first);
        this.last = typed(last);
        this.operator = typed(operator);
        this.operation = typed(operation);
        this.record = typed(record);
        this.caseReference = typed(caseReference);
    }

    static ScopeForm empty(Scope.Kind kind) {
        return new ScopeForm(kind.name(), "", "", "", "", "", "", "");
    }

    boolean is(Scope.Kind other) {
        return other.name().equals(kind);
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
