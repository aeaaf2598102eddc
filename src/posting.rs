//! Role + company become one [`Posting`], the model that every format shows; and a posting's text becomes a role.
