package akashi.launch;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the two codes for the first account. At a terminal one after the other, so that two people each write down
 * their own; where the output goes into a file or a pipe, both.
 */
final class CodeSheet {
    private static final String CLEAR = "\u001b[H\u001b[2J\u001b[3J";

    private final PrintStream out;
    private final @Nullable Console console;

    CodeSheet(PrintStream out, @Nullable Console console) {
        this.out = out;
        this.console = console != null && console.isTerminal() ? console : null;
    }

    void print(String staffNumber, List<String> codes, String until) {
        out.println();
        out.println("最初のシステム総括責任者（職員番号 " + staffNumber + "）の利用者IDを開く符号です。二人が一つずつ書き取り、別々に持ってください。");
        out.println("Codes that open the account of the first system general manager (staff number " + staffNumber
                + "); two people each write down one and keep it apart.");
        out.println("有効期限 / valid until: " + until + "（72時間 / 72 hours）");
        for (var n = 1; n <= codes.size(); n++) {
            out.println();
            out.println("  符号 / code " + n + ": " + codes.get(n - 1));
            if (console != null) {
                var _ = console.readLine("  書き取ったら Enter（画面を消します） / written down? Enter clears the screen ");
                out.print(CLEAR);
            }
        }
        out.println();
        out.println("次に: ./akashi serve を始め、登録した端末から https://（この機械）/first を開き、職員番号・二つの符号・新しいパスワードを入れてください。");
        out.println("Next: start ./akashi serve, open https://HOST/first at the registered terminal and enter the staff"
                + " number, both codes and a new password.");
        out.flush();
    }
}
