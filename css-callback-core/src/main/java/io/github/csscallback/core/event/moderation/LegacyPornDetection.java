package io.github.csscallback.core.event.moderation;

import io.github.csscallback.core.field.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the porn detection of earlier years. CSS still sends some of it in a {@code PornCensorshipEvent};
 * according to the documentation of 2025 it is meaningless now. Decide by {@code label} and {@code suggestion}.
 *
 * @param level {@code level} of the picture
 * @param tid {@code tid}, the policy
 * @param abductionRisk {@code abductionRisk}, empty if there is no such list
 * @param faceDetails {@code faceDetails}, empty if there is no such list
 * @param gameDetails {@code gameDetails}
 * @param scores the scores of the old model
 * @see <a href="https://www.tencentcloud.com/document/product/267/38084">Documentation, intl 38084</a>
 */
public record LegacyPornDetection(
        @Nullable Integer level,
        @Nullable Long tid,
        List<AbductionRisk> abductionRisk,
        List<FaceDetail> faceDetails,
        @Nullable GameDetails gameDetails,
        Scores scores) {

    public static LegacyPornDetection from(Fields f) {
        return new LegacyPornDetection(
                f.intNumber("level"),
                f.longNumber("tid"),
                f.objectsAs("abductionRisk", AbductionRisk::from),
                f.objectsAs("faceDetails", FaceDetail::from),
                GameDetails.from(f.object("gameDetails")),
                Scores.from(f));
    }

    /**
     * A suspicion of solicitation.
     *
     * @param level {@code level}, 0 to 4; 3 and 4 are malicious
     * @param type {@code type}, 20002 for porn
     */
    public record AbductionRisk(
            @Nullable Integer level, @Nullable Long type) {

        public static AbductionRisk from(Fields f) {
            return new AbductionRisk(f.intNumber("level"), f.longNumber("type"));
        }
    }

    /**
     * A face.
     *
     * @param gender {@code gender}, 0 to 100
     * @param age {@code age}
     * @param expression {@code expression}, 0 to 100
     * @param beauty {@code beauty}, 0 to 100
     * @param x {@code x}, of the corner
     * @param y {@code y}, of the corner
     * @param width {@code width}
     * @param height {@code height}
     */
    public record FaceDetail(
            @Nullable Double gender,
            @Nullable Double age,
            @Nullable Double expression,
            @Nullable Double beauty,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double width,
            @Nullable Double height) {

        public static FaceDetail from(Fields f) {
            return new FaceDetail(
                    f.decimal("gender"),
                    f.decimal("age"),
                    f.decimal("expression"),
                    f.decimal("beauty"),
                    f.decimal("x"),
                    f.decimal("y"),
                    f.decimal("width"),
                    f.decimal("height"));
        }
    }

    /**
     * Games that were recognized.
     *
     * @param battlegrounds {@code battlegrounds}, an object whose members no page lists
     * @param gameList {@code gameList}, empty if there is no such list
     */
    public record GameDetails(@Nullable Fields battlegrounds, List<Game> gameList) {

        public static @Nullable GameDetails from(@Nullable Fields f) {
            if (f == null) {
                return null;
            }
            Fields battlegrounds = f.object("battlegrounds");
            return new GameDetails(
                    battlegrounds == null ? null : battlegrounds.plain(), f.objectsAs("gameList", Game::from));
        }
    }

    /**
     * A game.
     *
     * @param name {@code name}
     * @param confidence {@code confidence}
     */
    public record Game(@Nullable String name, @Nullable Double confidence) {

        public static Game from(Fields f) {
            return new Game(f.text("name"), f.decimal("confidence"));
        }
    }

    /**
     * The scores of the old model.
     *
     * @param confidence {@code confidence}
     * @param normalScore {@code normalScore}
     * @param hotScore {@code hotScore}
     * @param pornScore {@code pornScore}
     * @param terrorScore {@code terrorScore}
     * @param polityScore {@code polityScore}
     * @param illegalScore {@code illegalScore}
     * @param similarScore {@code similarScore}
     * @param abuseScore {@code abuseScore}
     * @param teenagerScore {@code teenagerScore}
     * @param adScore {@code adScore}
     * @param customScore {@code customScore}
     */
    public record Scores(
            @Nullable Double confidence,
            @Nullable Double normalScore,
            @Nullable Double hotScore,
            @Nullable Double pornScore,
            @Nullable Double terrorScore,
            @Nullable Double polityScore,
            @Nullable Double illegalScore,
            @Nullable Double similarScore,
            @Nullable Double abuseScore,
            @Nullable Double teenagerScore,
            @Nullable Double adScore,
            @Nullable Double customScore) {

        public static Scores from(Fields f) {
            return new Scores(
                    f.decimal("confidence"),
                    f.decimal("normalScore"),
                    f.decimal("hotScore"),
                    f.decimal("pornScore"),
                    f.decimal("terrorScore"),
                    f.decimal("polityScore"),
                    f.decimal("illegalScore"),
                    f.decimal("similarScore"),
                    f.decimal("abuseScore"),
                    f.decimal("teenagerScore"),
                    f.decimal("adScore"),
                    f.decimal("customScore"));
        }
    }
}
