/* SPDX-License-Identifier: Apache-2.0 */
package io.gino.sample;

import static io.gino.schema.Schema.check;
import static io.gino.sql.Sql.template;
import static io.gino.type.Types.BOOLEAN;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gino.model.Column;
import io.gino.model.GinoModel;
import io.gino.model.PrimaryKey;
import io.gino.model.Transient;
import io.gino.schema.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, which is never overdrawn: the database sees to it. */
@GinoModel("users")
@JsonPropertyOrder("id")
public class User {

    static final Check NOT_OVERDRAWN = check("users_not_overdrawn", template("balance >= 0", BOOLEAN));

    @PrimaryKey
    private @Nullable Long id;

    @Column(type = "varchar(100)", nullable = false)
    private String name = "";

    @Column(type = "varchar(100)", nullable = false, unique = true)
    private String email = "";

    @Column(type = "numeric(15,2)", nullable = false)
    private BigDecimal balance = BigDecimal.ZERO;

    @Transient
    private final List<Address> addresses = new ArrayList<>();

    /** For gino, which fills it from a row. */
    private User() {}

    public User(String name, String email, BigDecimal balance) {
        this.name = name;
        this.email = email;
        this.balance = balance;
    }

    public @Nullable Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public BigDecimal getBalance() {
        return balance;
    }

    /** The addresses, if the query asked for them. */
    @JsonIgnore
    public List<Address> getAddresses() {
        return addresses;
    }

    public void addAddress(Address address) {
        addresses.add(address);
    }
}
