package io.github.noise2clean.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local | local[1,5]",
                "local[3] | local[3,5]",
                "local[*] | local[*,5]",
                "local[2,1] | local[2,5]",
                "local-cluster[2,1,1024] | local-cluster[2,1,1024]",
                "spark://127.0.0.1:7077 | spark://127.0.0.1:7077"
            })
    void tasksAreTriedAgainInThisProcessToo(String asked, String master) {
        SparkConf settings = SparkSettings.of(new SparkConf(false).setMaster(asked));
        assertEquals(master, settings.get("spark.master"));
        assertEquals(4, SparkSettings.attempts(settings));
    }

    @Test
    void withoutAMasterAllProcessorsOfThisMachineWork() {
        assertEquals("local[*,5]", SparkSettings.of(new SparkConf(false)).get("spark.master"));
    }

    @Test
    void theUserMaySayHowOftenATaskIsTried() {
        SparkConf asked = new SparkConf(false).set("spark.task.maxFailures", "2");
        assertEquals(2, SparkSettings.attempts(SparkSettings.of(asked)));
    }

    @Test
    void pyTorchTakesAsManyThreadsAsAnExecutorHasCores() {
        SparkConf asked =
                new SparkConf(false)
                        .setMaster("spark://127.0.0.1:7077")
                        .set("spark.executor.cores", "8")
                        .set("spark.executor.extraJavaOptions", "-Xss4m");
        assertEquals(
                "-Xss4m -Dai.djl.pytorch.num_threads=8",
                SparkSettings.of(asked).get("spark.executor.extraJavaOptions"));
    }

    @ParameterizedTest
    @CsvSource({"local,1", "local[3],3", "local[*],all", "yarn,all"})
    void pyTorchTakesAllThreadsWhereNothingElseIsKnown(String master, String threads) {
        SparkConf settings = SparkSettings.of(new SparkConf(false).setMaster(master));
        assertEquals(threads, SparkSettings.threads(settings).orElse("all"));
    }

    @Test
    void inThisProcessNoJarIsCopied() {
        SparkConf asked = new SparkConf(false).setMaster("local[2]").set("spark.jars", "a.jar");
        assertFalse(SparkSettings.of(asked).contains("spark.jars"));
        assertTrue(SparkSettings.of(asked.setMaster("yarn")).contains("spark.jars"));
    }
}
