package akashi.operation;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in sentences, in place of a stack trace, why the program does not start with the definitions it was given. */
class FaultyStart extends AbstractFailureAnalyzer<DefinitionFaults> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DefinitionFaults cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "上の各行のファイルを直し、もう一度起動してください。記録には触れていません。"
                        + " / Mend the files named above and start again. No record was touched.",
                cause);
    }
}
