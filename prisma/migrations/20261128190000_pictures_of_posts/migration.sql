-- By the pictures in its text: whether a picture is shown to everyone is asked each time that it is made ready to be sent.
CREATE INDEX "post_pictures_idx" ON "post" USING GIN (jsonb_path_query_array("document", '$.**.src'));
