/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.model;

import java.util.Map;

/** Sixty-five attributes in one document of the table of users. */
@GinoModel("users")
final class Keyed {

    @PrimaryKey
    private Long id;

    @Column(type = "jsonb")
    private Map<String, Object> profile;

    @JsonAttribute
    private Integer k0;

    @JsonAttribute
    private Integer k1;

    @JsonAttribute
    private Integer k2;

    @JsonAttribute
    private Integer k3;

    @JsonAttribute
    private Integer k4;

    @JsonAttribute
    private Integer k5;

    @JsonAttribute
    private Integer k6;

    @JsonAttribute
    private Integer k7;

    @JsonAttribute
    private Integer k8;

    @JsonAttribute
    private Integer k9;

    @JsonAttribute
    private Integer k10;

    @JsonAttribute
    private Integer k11;

    @JsonAttribute
    private Integer k12;

    @JsonAttribute
    private Integer k13;

    @JsonAttribute
    private Integer k14;

    @JsonAttribute
    private Integer k15;

    @JsonAttribute
    private Integer k16;

    @JsonAttribute
    private Integer k17;

    @JsonAttribute
    private Integer k18;

    @JsonAttribute
    private Integer k19;

    @JsonAttribute
    private Integer k20;

    @JsonAttribute
    private Integer k21;

    @JsonAttribute
    private Integer k22;

    @JsonAttribute
    private Integer k23;

    @JsonAttribute
    private Integer k24;

    @JsonAttribute
    private Integer k25;

    @JsonAttribute
    private Integer k26;

    @JsonAttribute
    private Integer k27;

    @JsonAttribute
    private Integer k28;

    @JsonAttribute
    private Integer k29;

    @JsonAttribute
    private Integer k30;

    @JsonAttribute
    private Integer k31;

    @JsonAttribute
    private Integer k32;

    @JsonAttribute
    private Integer k33;

    @JsonAttribute
    private Integer k34;

    @JsonAttribute
    private Integer k35;

    @JsonAttribute
    private Integer k36;

    @JsonAttribute
    private Integer k37;

    @JsonAttribute
    private Integer k38;

    @JsonAttribute
    private Integer k39;

    @JsonAttribute
    private Integer k40;

    @JsonAttribute
    private Integer k41;

    @JsonAttribute
    private Integer k42;

    @JsonAttribute
    private Integer k43;

    @JsonAttribute
    private Integer k44;

    @JsonAttribute
    private Integer k45;

    @JsonAttribute
    private Integer k46;

    @JsonAttribute
    private Integer k47;

    @JsonAttribute
    private Integer k48;

    @JsonAttribute
    private Integer k49;

    @JsonAttribute
    private Integer k50;

    @JsonAttribute
    private Integer k51;

    @JsonAttribute
    private Integer k52;

    @JsonAttribute
    private Integer k53;

    @JsonAttribute
    private Integer k54;

    @JsonAttribute
    private Integer k55;

    @JsonAttribute
    private Integer k56;

    @JsonAttribute
    private Integer k57;

    @JsonAttribute
    private Integer k58;

    @JsonAttribute
    private Integer k59;

    @JsonAttribute
    private Integer k60;

    @JsonAttribute
    private Integer k61;

    @JsonAttribute
    private Integer k62;

    @JsonAttribute
    private Integer k63;

    @JsonAttribute
    private Integer k64;
}
