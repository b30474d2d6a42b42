package akashi.inventory;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample of {@code demo}: the scope of the system and one release (見本). */
@Component
@Profile("demo")
class SampleInventory implements SmartLifecycle {
    private final ScopeSql scopes;
    private final ReleaseSql releases;
    private final Clock clock;
    private volatile boolean running;

    SampleInventory(ScopeSql scopes, ReleaseSql releases, Clock clock) {
        this.scopes = scopes;
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (scopes.standing().isEmpty()) {
            fill();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the sample people. */
    @Override
    public int getPhase() {
        return 2100;
    }

    private void fill() {
        scope("警察庁情報管理システム（端末装置）", Scoped.Kind.SYSTEM, Scoped.Ground.NATIONAL, "警察庁が管理する業務に端末で接続する。県は端末装置だけを置き、維持する。");
        scope("青森県警察情報管理システム（証）", Scoped.Kind.SYSTEM, Scoped.Ground.CONNECTED, "警察庁のシステムに電子計算機接続する。");
        scope("拾得物件の帳票", Scoped.Kind.DOCUMENT, Scoped.Ground.DESIGNATED, "本部長が特に管理することが必要と認めた文書。");
        scope("射撃訓練場の機器制御装置", Scoped.Kind.SYSTEM, Scoped.Ground.OUTSIDE, "機器の制御だけに使い、文書を作らない。");
        scope("科学捜査研究所の計算機", Scoped.Kind.SYSTEM, Scoped.Ground.OUTSIDE, "科学計算だけに使う。");
        long _ = releases.add(new Release(
                0,
                "0.1.0",
                "初めての版（見本）。",
                "設計書一式（docs）、脅威と試験の一覧",
                "確認用の照会は全て同じ答え",
                "前の版の jar で起動し直す。データベースは前進のみで、前の版でも読める。",
                "990012",
                clock.instant(),
                null,
                null,
                null,
                null));
    }

    private void scope(String name, Scoped.Kind kind, Scoped.Ground ground, String reason) {
        scopes.add(
                new Scoped(0, name, kind, "H153", ground, reason, "見本 総情第1号", LocalDate.of(2011, 6, 1), "990012"),
                clock.instant());
    }
}
