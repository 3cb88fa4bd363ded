-- From format 2 to 3, once all is moved.
DROP TABLE weighed_2;
